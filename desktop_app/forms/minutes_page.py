# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'minutes_page.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QSizePolicy,
    QSpacerItem, QStackedWidget, QVBoxLayout, QWidget)

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.controls.pill import Pill
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.style.look import (GroundFrame, Rule)
class Ui_MinutesPage(object):
    def setupUi(self, MinutesPage):
        if not MinutesPage.objectName():
            MinutesPage.setObjectName(u"MinutesPage")
        MinutesPage.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(MinutesPage)
        self.column.setSpacing(0)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.head = QFrame(MinutesPage)
        self.head.setObjectName(u"head")
        self.headLine = QHBoxLayout(self.head)
        self.headLine.setSpacing(8)
        self.headLine.setObjectName(u"headLine")
        self.headLine.setContentsMargins(28, 8, 28, 10)
        self.titleColumn = QVBoxLayout()
        self.titleColumn.setSpacing(0)
        self.titleColumn.setObjectName(u"titleColumn")
        self.titleColumn.setContentsMargins(0, 0, 0, 0)
        self.crumbs = TextLabel(self.head)
        self.crumbs.setObjectName(u"crumbs")

        self.titleColumn.addWidget(self.crumbs)

        self.titleLine = QHBoxLayout()
        self.titleLine.setSpacing(14)
        self.titleLine.setObjectName(u"titleLine")
        self.titleLine.setContentsMargins(0, 0, 0, 0)
        self.title = TextLabel(self.head)
        self.title.setObjectName(u"title")

        self.titleLine.addWidget(self.title)

        self.state = Pill(self.head)
        self.state.setObjectName(u"state")

        self.titleLine.addWidget(self.state)


        self.titleColumn.addLayout(self.titleLine)


        self.headLine.addLayout(self.titleColumn)

        self.headGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.headLine.addItem(self.headGap)

        self.side = Button(self.head)
        self.side.setObjectName(u"side")
        self.side.setProperty(u"kind", u"quiet")
        self.side.setProperty(u"icon_name", u"panel-left")

        self.headLine.addWidget(self.side)

        self.more = Button(self.head)
        self.more.setObjectName(u"more")
        self.more.setProperty(u"kind", u"quiet")
        self.more.setProperty(u"icon_name", u"ellipsis")

        self.headLine.addWidget(self.more)

        self.preview = Button(self.head)
        self.preview.setObjectName(u"preview")
        self.preview.setProperty(u"kind", u"outlined")
        self.preview.setProperty(u"icon_name", u"eye")
        self.preview.setProperty(u"hint", u"Ctrl+P")

        self.headLine.addWidget(self.preview)

        self.read = Button(self.head)
        self.read.setObjectName(u"read")
        self.read.setProperty(u"kind", u"outlined")
        self.read.setProperty(u"icon_name", u"book-open")
        self.read.setProperty(u"hint", u"F7")

        self.headLine.addWidget(self.read)

        self.finalise = Button(self.head)
        self.finalise.setObjectName(u"finalise")
        self.finalise.setProperty(u"kind", u"filled")
        self.finalise.setProperty(u"icon_name", u"check-check")

        self.headLine.addWidget(self.finalise)


        self.column.addWidget(self.head)

        self.headRule = Rule(MinutesPage)
        self.headRule.setObjectName(u"headRule")

        self.column.addWidget(self.headRule)

        self.stack = QStackedWidget(MinutesPage)
        self.stack.setObjectName(u"stack")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.stack.sizePolicy().hasHeightForWidth())
        self.stack.setSizePolicy(sizePolicy)
        self.writing = QWidget()
        self.writing.setObjectName(u"writing")
        self.panes = QHBoxLayout(self.writing)
        self.panes.setSpacing(0)
        self.panes.setObjectName(u"panes")
        self.panes.setContentsMargins(0, 0, 0, 0)
        self.agendaHolder = QWidget(self.writing)
        self.agendaHolder.setObjectName(u"agendaHolder")

        self.panes.addWidget(self.agendaHolder)

        self.middle = GroundFrame(self.writing)
        self.middle.setObjectName(u"middle")
        self.middleColumn = QVBoxLayout(self.middle)
        self.middleColumn.setSpacing(0)
        self.middleColumn.setObjectName(u"middleColumn")
        self.middleColumn.setContentsMargins(0, 0, 0, 0)
        self.paperHolder = QWidget(self.middle)
        self.paperHolder.setObjectName(u"paperHolder")

        self.middleColumn.addWidget(self.paperHolder)

        self.stripRule = Rule(self.middle)
        self.stripRule.setObjectName(u"stripRule")

        self.middleColumn.addWidget(self.stripRule)

        self.stripHolder = QWidget(self.middle)
        self.stripHolder.setObjectName(u"stripHolder")

        self.middleColumn.addWidget(self.stripHolder)


        self.panes.addWidget(self.middle)

        self.inspectorHolder = GroundFrame(self.writing)
        self.inspectorHolder.setObjectName(u"inspectorHolder")
        self.inspectorHolder.setProperty(u"ground", u"page")

        self.panes.addWidget(self.inspectorHolder)

        self.stack.addWidget(self.writing)
        self.reading = QWidget()
        self.reading.setObjectName(u"reading")
        self.stack.addWidget(self.reading)

        self.column.addWidget(self.stack)

        self.bandHolder = QWidget(MinutesPage)
        self.bandHolder.setObjectName(u"bandHolder")
        self.bandColumn = QVBoxLayout(self.bandHolder)
        self.bandColumn.setSpacing(0)
        self.bandColumn.setObjectName(u"bandColumn")
        self.bandColumn.setContentsMargins(28, 8, 28, 8)
        self.band = MessageBand(self.bandHolder)
        self.band.setObjectName(u"band")

        self.bandColumn.addWidget(self.band)


        self.column.addWidget(self.bandHolder)


        self.retranslateUi(MinutesPage)
    # setupUi

    def retranslateUi(self, MinutesPage):
#if QT_CONFIG(accessibility)
        self.side.setAccessibleName(QCoreApplication.translate("MinutesPage", u"\u0645\u0634\u062e\u0635\u0627\u062a \u0628\u0646\u062f", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.more.setAccessibleName(QCoreApplication.translate("MinutesPage", u"\u0641\u0631\u0645\u0627\u0646\u200c\u0647\u0627\u06cc \u062f\u06cc\u06af\u0631", None))
#endif // QT_CONFIG(accessibility)
        self.preview.setText(QCoreApplication.translate("MinutesPage", u"\u067e\u06cc\u0634\u200c\u0646\u0645\u0627\u06cc\u0634", None))
#if QT_CONFIG(accessibility)
        self.preview.setAccessibleName(QCoreApplication.translate("MinutesPage", u"\u067e\u06cc\u0634\u200c\u0646\u0645\u0627\u06cc\u0634", None))
#endif // QT_CONFIG(accessibility)
        self.read.setText(QCoreApplication.translate("MinutesPage", u"\u0642\u0631\u0627\u0626\u062a", None))
#if QT_CONFIG(accessibility)
        self.read.setAccessibleName(QCoreApplication.translate("MinutesPage", u"\u0642\u0631\u0627\u0626\u062a", None))
#endif // QT_CONFIG(accessibility)
        self.finalise.setText(QCoreApplication.translate("MinutesPage", u"\u0646\u0647\u0627\u06cc\u06cc\u200c\u0633\u0627\u0632\u06cc", None))
#if QT_CONFIG(accessibility)
        self.finalise.setAccessibleName(QCoreApplication.translate("MinutesPage", u"\u0646\u0647\u0627\u06cc\u06cc\u200c\u0633\u0627\u0632\u06cc", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

