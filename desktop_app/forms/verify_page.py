# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'verify_page.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QSizePolicy, QSpacerItem,
    QVBoxLayout)

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.feedback.empty_page import EmptyPage
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.shell.card import CardFrame
class Ui_VerifyPage(object):
    def setupUi(self, VerifyPage):
        if not VerifyPage.objectName():
            VerifyPage.setObjectName(u"VerifyPage")
        VerifyPage.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(VerifyPage)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(28, 18, 28, 14)
        self.header = QVBoxLayout()
        self.header.setSpacing(0)
        self.header.setObjectName(u"header")
        self.title = TextLabel(VerifyPage)
        self.title.setObjectName(u"title")

        self.header.addWidget(self.title)

        self.context = TextLabel(VerifyPage)
        self.context.setObjectName(u"context")

        self.header.addWidget(self.context)


        self.column.addLayout(self.header)

        self.bar = QHBoxLayout()
        self.bar.setSpacing(8)
        self.bar.setObjectName(u"bar")
        self.codeField = Field(VerifyPage)
        self.codeField.setObjectName(u"codeField")
        self.codeField.setMaximumSize(QSize(420, 16777215))
        self.codeColumn = QVBoxLayout(self.codeField)
        self.codeColumn.setObjectName(u"codeColumn")
        self.codeEdit = LineField(self.codeField)
        self.codeEdit.setObjectName(u"codeEdit")

        self.codeColumn.addWidget(self.codeEdit)


        self.bar.addWidget(self.codeField)

        self.buttons = QVBoxLayout()
        self.buttons.setSpacing(0)
        self.buttons.setObjectName(u"buttons")
        self.labelRoom = QSpacerItem(0, 24, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.buttons.addItem(self.labelRoom)

        self.buttonRow = QHBoxLayout()
        self.buttonRow.setSpacing(8)
        self.buttonRow.setObjectName(u"buttonRow")
        self.verifyCode = Button(VerifyPage)
        self.verifyCode.setObjectName(u"verifyCode")
        self.verifyCode.setProperty(u"kind", u"filled")
        self.verifyCode.setProperty(u"icon_name", u"file-check")

        self.buttonRow.addWidget(self.verifyCode)

        self.openFile = Button(VerifyPage)
        self.openFile.setObjectName(u"openFile")
        self.openFile.setProperty(u"kind", u"outlined")
        self.openFile.setProperty(u"icon_name", u"folder-open")

        self.buttonRow.addWidget(self.openFile)


        self.buttons.addLayout(self.buttonRow)

        self.hintRoom = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.buttons.addItem(self.hintRoom)


        self.bar.addLayout(self.buttons)

        self.barGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bar.addItem(self.barGap)


        self.column.addLayout(self.bar)

        self.card = CardFrame(VerifyPage)
        self.card.setObjectName(u"card")
        self.cardColumn = QVBoxLayout(self.card)
        self.cardColumn.setSpacing(8)
        self.cardColumn.setObjectName(u"cardColumn")
        self.cardColumn.setContentsMargins(20, 14, 20, 14)
        self.empty = EmptyPage(self.card)
        self.empty.setObjectName(u"empty")

        self.cardColumn.addWidget(self.empty)


        self.column.addWidget(self.card)

        self.band = MessageBand(VerifyPage)
        self.band.setObjectName(u"band")

        self.column.addWidget(self.band)

        self.column.setStretch(2, 1)

        self.retranslateUi(VerifyPage)
    # setupUi

    def retranslateUi(self, VerifyPage):
        self.title.setText(QCoreApplication.translate("VerifyPage", u"\u0628\u0631\u0631\u0633\u06cc \u0628\u0631\u06af\u0647", None))
        self.context.setText(QCoreApplication.translate("VerifyPage", u"\u06a9\u062f\u0650 \u067e\u0627\u06cc \u0635\u0641\u062d\u0647 \u0631\u0627 \u0628\u0646\u0648\u06cc\u0633\u06cc\u062f\u060c \u06cc\u0627 \u0641\u0627\u06cc\u0644 \u0631\u0627 \u0628\u0627\u0632 \u06a9\u0646\u06cc\u062f \u06cc\u0627 \u0647\u0645\u06cc\u0646\u200c\u062c\u0627 \u0631\u0647\u0627 \u06a9\u0646\u06cc\u062f. \u0646\u0627\u0645\u0647 \u06a9\u062f \u0646\u062f\u0627\u0631\u062f \u0648 \u0627\u0632 \u0641\u0627\u06cc\u0644 \u0622\u0646 \u06cc\u0627 \u0627\u0632 \u0634\u0645\u0627\u0631\u0647\u200c\u0627\u0634 \u0634\u0646\u0627\u062e\u062a\u0647 \u0645\u06cc\u200c\u0634\u0648\u062f. \u0686\u06cc\u0632\u06cc \u062b\u0628\u062a \u0646\u0645\u06cc\u200c\u0634\u0648\u062f.", None))
        self.codeField.setProperty(u"label_text", QCoreApplication.translate("VerifyPage", u"\u06a9\u062f \u06cc\u0627 \u0634\u0645\u0627\u0631\u0647", None))
        self.codeField.setProperty(u"hint_text", QCoreApplication.translate("VerifyPage", u"\u06f1\u06f6 \u0646\u0648\u06cc\u0633\u0647\u200c\u0627\u06cc \u06a9\u0647 \u067e\u0627\u06cc \u0635\u0641\u062d\u0647 \u067e\u0633 \u0627\u0632 \u00ab\u06a9\u062f\u00bb \u0627\u0633\u062a\u060c \u06cc\u0627 \u0634\u0645\u0627\u0631\u0647\u0654 \u0646\u0627\u0645\u0647 \u06cc\u0627 \u0635\u0648\u0631\u062a\u200c\u062c\u0644\u0633\u0647", None))
        self.verifyCode.setText(QCoreApplication.translate("VerifyPage", u"\u0628\u0631\u0631\u0633\u06cc", None))
        self.openFile.setText(QCoreApplication.translate("VerifyPage", u"\u0628\u0627\u0632 \u06a9\u0631\u062f\u0646 \u0641\u0627\u06cc\u0644\u2026", None))
        pass
    # retranslateUi

