# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'settings_page.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QScrollArea,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.shell.card import CardFrame
class Ui_SettingsPage(object):
    def setupUi(self, SettingsPage):
        if not SettingsPage.objectName():
            SettingsPage.setObjectName(u"SettingsPage")
        SettingsPage.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(SettingsPage)
        self.column.setSpacing(14)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(28, 18, 28, 14)
        self.header = QVBoxLayout()
        self.header.setSpacing(0)
        self.header.setObjectName(u"header")
        self.header.setContentsMargins(0, 0, 0, 0)
        self.title = TextLabel(SettingsPage)
        self.title.setObjectName(u"title")

        self.header.addWidget(self.title)

        self.context = TextLabel(SettingsPage)
        self.context.setObjectName(u"context")

        self.header.addWidget(self.context)


        self.column.addLayout(self.header)

        self.body = QHBoxLayout()
        self.body.setSpacing(16)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.sectionsHolder = QWidget(SettingsPage)
        self.sectionsHolder.setObjectName(u"sectionsHolder")

        self.body.addWidget(self.sectionsHolder)

        self.card = CardFrame(SettingsPage)
        self.card.setObjectName(u"card")
        self.cardColumn = QVBoxLayout(self.card)
        self.cardColumn.setSpacing(0)
        self.cardColumn.setObjectName(u"cardColumn")
        self.cardColumn.setContentsMargins(0, 0, 0, 0)
        self.sectionTitles = QVBoxLayout()
        self.sectionTitles.setSpacing(2)
        self.sectionTitles.setObjectName(u"sectionTitles")
        self.sectionTitles.setContentsMargins(20, 16, 20, 0)
        self.sectionTitle = TextLabel(self.card)
        self.sectionTitle.setObjectName(u"sectionTitle")

        self.sectionTitles.addWidget(self.sectionTitle)


        self.cardColumn.addLayout(self.sectionTitles)

        self.scroll = QScrollArea(self.card)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setWidgetResizable(True)
        self.scrollContents = QWidget()
        self.scrollContents.setObjectName(u"scrollContents")
        self.stackColumn = QVBoxLayout(self.scrollContents)
        self.stackColumn.setSpacing(0)
        self.stackColumn.setObjectName(u"stackColumn")
        self.stackColumn.setContentsMargins(20, 12, 20, 16)
        self.scroll.setWidget(self.scrollContents)

        self.cardColumn.addWidget(self.scroll)

        self.footLineMark = QFrame(self.card)
        self.footLineMark.setObjectName(u"footLineMark")
        self.footLineMark.setFrameShape(QFrame.Shape.HLine)

        self.cardColumn.addWidget(self.footLineMark)

        self.foot = QWidget(self.card)
        self.foot.setObjectName(u"foot")
        self.footColumn = QVBoxLayout(self.foot)
        self.footColumn.setSpacing(0)
        self.footColumn.setObjectName(u"footColumn")
        self.footColumn.setContentsMargins(20, 8, 20, 10)
        self.footLine = QHBoxLayout()
        self.footLine.setSpacing(8)
        self.footLine.setObjectName(u"footLine")
        self.footLine.setContentsMargins(0, 0, 0, 0)
        self.save = Button(self.foot)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"kind", u"filled")
        self.save.setProperty(u"icon_name", u"check")
        self.save.setProperty(u"hint", u"Ctrl+S")

        self.footLine.addWidget(self.save)

        self.leave = Button(self.foot)
        self.leave.setObjectName(u"leave")
        self.leave.setProperty(u"kind", u"outlined")

        self.footLine.addWidget(self.leave)

        self.bringBack = Button(self.foot)
        self.bringBack.setObjectName(u"bringBack")
        self.bringBack.setProperty(u"kind", u"quiet")
        self.bringBack.setProperty(u"icon_name", u"undo-2")

        self.footLine.addWidget(self.bringBack)

        self.footGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.footLine.addItem(self.footGap)

        self.state = TextLabel(self.foot)
        self.state.setObjectName(u"state")

        self.footLine.addWidget(self.state)


        self.footColumn.addLayout(self.footLine)


        self.cardColumn.addWidget(self.foot)


        self.body.addWidget(self.card)


        self.column.addLayout(self.body)


        self.retranslateUi(SettingsPage)
    # setupUi

    def retranslateUi(self, SettingsPage):
        self.title.setText(QCoreApplication.translate("SettingsPage", u"\u062a\u0646\u0638\u06cc\u0645\u0627\u062a", None))
#if QT_CONFIG(accessibility)
        self.scroll.setAccessibleName(QCoreApplication.translate("SettingsPage", u"\u0641\u0631\u0645 \u0627\u06cc\u0646 \u0628\u062e\u0634", None))
#endif // QT_CONFIG(accessibility)
        self.save.setText(QCoreApplication.translate("SettingsPage", u"\u0630\u062e\u06cc\u0631\u0647", None))
#if QT_CONFIG(accessibility)
        self.save.setAccessibleName(QCoreApplication.translate("SettingsPage", u"\u0630\u062e\u06cc\u0631\u0647\u0654 \u0627\u06cc\u0646 \u0628\u062e\u0634", None))
#endif // QT_CONFIG(accessibility)
        self.leave.setText(QCoreApplication.translate("SettingsPage", u"\u0627\u0646\u0635\u0631\u0627\u0641", None))
#if QT_CONFIG(accessibility)
        self.leave.setAccessibleName(QCoreApplication.translate("SettingsPage", u"\u0627\u0646\u0635\u0631\u0627\u0641\u061b \u0645\u0642\u062f\u0627\u0631\u0647\u0627\u06cc \u0630\u062e\u06cc\u0631\u0647\u200c\u0634\u062f\u0647 \u0645\u06cc\u200c\u0645\u0627\u0646\u062f", None))
#endif // QT_CONFIG(accessibility)
        self.bringBack.setText(QCoreApplication.translate("SettingsPage", u"\u067e\u0633 \u06af\u0631\u0641\u062a\u0646 \u0627\u0646\u0635\u0631\u0627\u0641", None))
#if QT_CONFIG(accessibility)
        self.bringBack.setAccessibleName(QCoreApplication.translate("SettingsPage", u"\u067e\u0633 \u06af\u0631\u0641\u062a\u0646 \u0627\u0646\u0635\u0631\u0627\u0641\u061b \u0622\u0646\u0686\u0647 \u0646\u0648\u0634\u062a\u0647 \u0628\u0648\u062f\u06cc\u062f \u0628\u0627\u0632 \u0645\u06cc\u200c\u0622\u06cc\u062f", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

