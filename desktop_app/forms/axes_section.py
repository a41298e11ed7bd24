# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'axes_section.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
class Ui_AxesSection(object):
    def setupUi(self, AxesSection):
        if not AxesSection.objectName():
            AxesSection.setObjectName(u"AxesSection")
        AxesSection.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(AxesSection)
        self.column.setSpacing(8)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.heads = QHBoxLayout()
        self.heads.setSpacing(8)
        self.heads.setObjectName(u"heads")
        self.heads.setContentsMargins(0, 0, 0, 0)
        self.codeHead = TextLabel(AxesSection)
        self.codeHead.setObjectName(u"codeHead")

        self.heads.addWidget(self.codeHead)

        self.titleHead = TextLabel(AxesSection)
        self.titleHead.setObjectName(u"titleHead")

        self.heads.addWidget(self.titleHead)

        self.headsGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.heads.addItem(self.headsGap)


        self.column.addLayout(self.heads)

        self.rows = QWidget(AxesSection)
        self.rows.setObjectName(u"rows")

        self.column.addWidget(self.rows)

        self.acts = QHBoxLayout()
        self.acts.setSpacing(8)
        self.acts.setObjectName(u"acts")
        self.acts.setContentsMargins(0, 0, 0, 0)
        self.add = Button(AxesSection)
        self.add.setObjectName(u"add")
        self.add.setProperty(u"icon_name", u"plus")
        self.add.setProperty(u"compact", True)

        self.acts.addWidget(self.add)

        self.bringBack = Button(AxesSection)
        self.bringBack.setObjectName(u"bringBack")
        self.bringBack.setProperty(u"kind", u"quiet")
        self.bringBack.setProperty(u"icon_name", u"undo-2")
        self.bringBack.setProperty(u"compact", True)

        self.acts.addWidget(self.bringBack)

        self.actsGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.acts.addItem(self.actsGap)


        self.column.addLayout(self.acts)

        self.note = TextLabel(AxesSection)
        self.note.setObjectName(u"note")

        self.column.addWidget(self.note)


        self.retranslateUi(AxesSection)
    # setupUi

    def retranslateUi(self, AxesSection):
        self.codeHead.setText(QCoreApplication.translate("AxesSection", u"\u0634\u0645\u0627\u0631\u0647", None))
        self.titleHead.setText(QCoreApplication.translate("AxesSection", u"\u0639\u0646\u0648\u0627\u0646 \u0645\u062d\u0648\u0631", None))
        self.add.setText(QCoreApplication.translate("AxesSection", u"\u0645\u062d\u0648\u0631 \u062a\u0627\u0632\u0647", None))
        self.bringBack.setText(QCoreApplication.translate("AxesSection", u"\u067e\u0633 \u06af\u0631\u0641\u062a\u0646", None))
        self.note.setText(QCoreApplication.translate("AxesSection", u"\u0632\u06cc\u0631\u0645\u062d\u0648\u0631 \u0631\u0627 \u0628\u0627 \u062e\u0637 \u062a\u06cc\u0631\u0647 \u0634\u0645\u0627\u0631\u0647 \u0628\u0632\u0646\u06cc\u062f\u060c \u0645\u0627\u0646\u0646\u062f \u00ab\u2066\u06f8-\u06f1\u2069\u00bb. \u062a\u0631\u062a\u06cc\u0628 \u0647\u0645\u06cc\u0646 \u0641\u0647\u0631\u0633\u062a \u062f\u0631 \u0647\u0645\u0647 \u062c\u0627 \u0645\u06cc\u200c\u0622\u06cc\u062f.", None))
        pass
    # retranslateUi

